/// The capabilities of an OPEN ([RFC 5492](https://www.rfc-editor.org/rfc/rfc5492)): a closed family of records, with
/// one for what we don't know, which keeps its octets and is otherwise ignored.
package io.porterlb.bgp.wire.capability;
