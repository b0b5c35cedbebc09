/// What can be wrong with a message, as values. A fault carries its consequence in its type: an UPDATE's fault names
/// one of the three actions of RFC 7606, and what ends the session names the code that goes on the wire. Nothing
/// here, or in any reader, is an exception.
package io.porterlb.bgp.wire.fault;
