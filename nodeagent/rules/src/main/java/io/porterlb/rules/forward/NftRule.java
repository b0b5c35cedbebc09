package io.porterlb.rules.forward;

import io.porterlb.rules.table.Mark;
import java.util.regex.Pattern;

/// A rule of a chain, as nft(8) prints it.
///
/// @param handle by which nft(8) refers to it
record NftRule(String text, String handle) {
    private static final String COMMENT = "comment \"PorterLB\"";
    private static final Pattern REFUSES_ALL =
            Pattern.compile("(counter (packets \\d+ bytes \\d+ |name \\S+ ))?(drop|reject)\\b.*");

    /// Ours, to be added.
    static String accept() {
        return "meta mark & %1$s == %1$s accept %2$s".formatted(Mark.text(), COMMENT);
    }

    boolean isOurs() {
        return text.endsWith(COMMENT);
    }

    boolean refusesAll() {
        return REFUSES_ALL.matcher(text).matches();
    }
}
