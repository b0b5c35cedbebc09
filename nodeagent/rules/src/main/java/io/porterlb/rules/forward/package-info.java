/// The chains of others in the forward hook that drop what nothing accepts. An accept in a table of ours does
/// not overrule them (nft(8): "accept" ends one base chain only), so a rule has to stand in each. Pure: from
/// what nft(8) and iptables(8) print to the change that is due.
package io.porterlb.rules.forward;
