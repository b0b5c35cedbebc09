/// Routes: what the speaker has, and what each peer was told, by the words of
/// [RFC 4271 3.2](https://www.rfc-editor.org/rfc/rfc4271#section-3.2).
///
/// [LocalRoutes] is an immutable image of all routes to announce, and [RouteDelta] the way from one to the
/// next. [Export] chooses which paths of a prefix one peer is told, with which next hops ([NextHops]) and
/// attributes ([ExportedAttributes]). [AdjRibOut] holds what the peer was told and what it has not been told
/// yet, one [FamilyOut] for each family, and gives that out in full messages, one at a time, as the connection
/// takes them. All of it is plain computing; nothing here knows of sessions or sockets.
package io.porterlb.bgp.rib;
