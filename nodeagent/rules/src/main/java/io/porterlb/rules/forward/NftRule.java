package io.porterlb.rules.forward;

import io.porterlb.rules.table.Mark;
import java.util.regex.Pattern;

/// A rule of a chain, as nft(8) prints it.
///
/// @param handle by which nft(8) refers to it
record NftRule(String text, String handle) {
    private static final String COMMENT = "comment \"PorterLB\"";
    private static final String COUNTER = "counter (packets \\d+ bytes \\d+ |name \\S+ )?";
    private static final String LOG =
            "log ((prefix \"[^\"]*\"|(level|group|snaplen|queue-threshold) \\S+|flags (tcp |ip )?\\S+) )*";
    private static final Pattern REFUSES_ALL = Pattern.compile("(%s|%s)*(drop|reject)\\b.*".formatted(COUNTER, LOG));

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
