package io.porterlb.test.e2e.stage;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// What was found, printed a line each as it comes. One thread writes.
public final class Report {
    /// What became of one check.
    public enum Outcome {
        OK("ok     "),
        FAILED("FAILED "),
        NOT_RUN("NOT RUN");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /// One finding.
    public record Line(Outcome outcome, String text) {
        @Override
        public String toString() {
            return outcome.label + "  " + text;
        }
    }

    private final PrintWriter out;
    private final List<Line> lines = new ArrayList<>();

    public Report(PrintWriter out) {
        this.out = out;
    }

    /// Notes whether something held.
    ///
    /// @param text what was looked at and what was seen; the same sentence has to make sense in both cases
    public void expect(boolean held, String text) {
        add(held ? Outcome.OK : Outcome.FAILED, text);
    }

    /// Notes something that cannot be shown here, and why.
    public void notRun(String text) {
        add(Outcome.NOT_RUN, text);
    }

    public void failed(String text) {
        add(Outcome.FAILED, text);
    }

    private void add(Outcome outcome, String text) {
        Line line = new Line(outcome, text);
        lines.add(line);
        out.println(line);
        out.flush();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public List<Line> failures() {
        return lines.stream().filter(line -> line.outcome() == Outcome.FAILED).toList();
    }
}
