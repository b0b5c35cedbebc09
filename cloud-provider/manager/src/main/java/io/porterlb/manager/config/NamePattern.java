package io.porterlb.manager.config;

import java.util.regex.Pattern;

/// A name in which `*` stands for any characters, also none.
public record NamePattern(String text) {
    public static final NamePattern ANY = new NamePattern("*");

    boolean matches(String name) {
        String regex = Pattern.quote(text).replace("*", "\\E.*\\Q");
        return Pattern.matches(regex, name);
    }
}
