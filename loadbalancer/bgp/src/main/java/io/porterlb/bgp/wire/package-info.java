/// BGP messages: octets to values and back, by [RFC 4271 4](https://www.rfc-editor.org/rfc/rfc4271#section-4).
///
/// [BgpMessage] is the closed family; each message is one small file with its fields, its reading and its writing.
/// [MessageReader] takes what a socket delivered, in whatever pieces, and answers with a [ReadResult]: a message, an
/// UPDATE with faults that the session survives (RFC 7606), or a refusal with the NOTIFICATION to send. It never
/// throws, and checks every length before it believes it. Nothing here knows of sessions, sockets or time.
package io.porterlb.bgp.wire;
