package io.porterlb.test.e2e.load;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An HTTP/1.1 answer that has its length in its header (RFC 9112, section 6.2), as far as it has come. Pure.
sealed interface EchoAnswer {
    /// Bytes; a longer one is [Bad].
    int LONGEST = 1024;

    /// A whole answer with status 200.
    record Body(String text) implements EchoAnswer {}

    /// There is more to come.
    record Unfinished() implements EchoAnswer {}

    /// Another status, no length, or too much.
    ///
    /// @param start its first line
    record Bad(String start) implements EchoAnswer {}

    Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,3})\r\n", Pattern.CASE_INSENSITIVE);
    String END_OF_HEADER = "\r\n\r\n";

    static EchoAnswer read(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int header = text.indexOf(END_OF_HEADER);
        if (header < 0) {
            return length < LONGEST ? new Unfinished() : bad(text);
        }
        Matcher size = LENGTH.matcher(text).region(0, header + 2);
        return text.startsWith("HTTP/1.1 200 ") && size.find()
                ? body(text, header + END_OF_HEADER.length(), Integer.parseInt(size.group(1)))
                : bad(text);
    }

    private static EchoAnswer body(String text, int start, int size) {
        int missing = start + size - text.length();
        if (missing == 0) {
            return new Body(text.substring(start));
        }
        return missing > 0 && start + size <= LONGEST ? new Unfinished() : bad(text);
    }

    private static Bad bad(String text) {
        return new Bad(text.lines().findFirst().orElse(""));
    }
}
