/// Neighbor Discovery ([RFC 4861](https://www.rfc-editor.org/rfc/rfc4861)) as far as unnumbered BGP needs it:
/// routers at both ends of a link learn each other's link-local address from router advertisements.
/// [RouterDiscovery] begins; each interface has a thread ([LinkWatch]) with an ICMPv6 socket ([NdSocket]). What is said
/// is pure: [RouterAdvertisement], [RouterSolicitation], read by [NdMessage]; when,
/// too: [AdvertisementSchedule].
package io.porterlb.bgp.net.nd;
