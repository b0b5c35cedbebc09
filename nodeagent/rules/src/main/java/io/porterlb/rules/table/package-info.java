/// Our own table, `inet porterlb`, as text for nft(8): a pure function of what is wanted.
package io.porterlb.rules.table;
