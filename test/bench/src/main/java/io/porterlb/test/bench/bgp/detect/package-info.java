/// How soon BFD notices a failure: a [SilentNeighbor] has a session with an announcer, falls silent, and waits
/// to be told that the session is down.
package io.porterlb.test.bench.bgp.detect;
