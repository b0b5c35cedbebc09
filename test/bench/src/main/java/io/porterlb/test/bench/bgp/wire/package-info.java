/// A BGP speaker that takes the time: it waits for a connection, answers OPEN and KEEPALIVE, and counts what
/// comes, with the moment that it came. [WireReceiver] listens; a [WireSession] is one connection. It knows as
/// much of BGP as it needs and uses nothing of our library, so that it measures all announcers alike.
package io.porterlb.test.bench.bgp.wire;
