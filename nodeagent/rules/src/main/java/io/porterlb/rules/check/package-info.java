/// What in a node's settings keeps traffic for service addresses away, each with what to do: pure functions
/// over facts that were read before.
package io.porterlb.rules.check;
