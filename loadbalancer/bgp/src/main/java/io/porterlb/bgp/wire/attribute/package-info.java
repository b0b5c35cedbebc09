/// The path attributes of an UPDATE: a closed family of records, one file each, and one table
/// ([AttributeType]) that says for each type which flags it has, how it is read and what a fault in it leads
/// to by RFC 7606. A new attribute is one record and one row.
///
/// [AttributeReader] goes through the octets; [AttributeValue] is what it makes of each; [WholeList] is what
/// holds for all of them together.
package io.porterlb.bgp.wire.attribute;
