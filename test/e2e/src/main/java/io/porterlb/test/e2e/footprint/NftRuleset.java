package io.porterlb.test.e2e.footprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What `nft --stateless list ruleset` prints, each line with the blocks that it is in: `table ip x chain y drop`.
/// Pure.
final class NftRuleset {
    private final Deque<String> blocks = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();

    private NftRuleset() {}

    static List<String> lines(String text) {
        var ruleset = new NftRuleset();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(ruleset::line);
        return ruleset.lines;
    }

    /// A block's first line ends with its bracket; sets with brackets of their own are closed on the same line,
    /// or in one that begins with the bracket.
    private void line(String line) {
        if (line.startsWith("#")) {
            return;
        }
        if (line.equals("}")) {
            blocks.removeLast();
        } else if (line.endsWith("{")) {
            blocks.addLast(line.substring(0, line.length() - 1).strip());
            lines.add(String.join(" ", blocks));
        } else {
            lines.add(String.join(" ", blocks) + " " + line);
        }
    }
}
