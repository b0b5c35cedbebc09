/// The benchmark of the BGP and BFD libraries. [BgpBench] is the whole of it, [AnnouncerRun] what is done with one
/// announcer, [Measure] what is measured. Below, `wire` receives, `detect` fails on purpose, `testbed` is the network,
/// `announcer` has those who are compared.
package io.porterlb.test.bench.bgp;
