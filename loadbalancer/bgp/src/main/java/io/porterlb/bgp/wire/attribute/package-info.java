/// The path attributes of an UPDATE: a closed family of records, and one table ([AttributeType]) that says for each
/// type which flags it has, how it is read and what a fault in it leads to by RFC 7606. A new attribute is one record
/// and one row.
package io.porterlb.bgp.wire.attribute;
