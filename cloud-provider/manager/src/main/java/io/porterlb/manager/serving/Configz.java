package io.porterlb.manager.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the flags are set to, as JSON, under the name that upstream gives it. No flag holds a secret.
public final class Configz {
    private static final String NAME = "cloudcontrollermanager.config.k8s.io";

    private Configz() {}

    /// Of a command that was parsed.
    public static String of(CommandSpec command) {
        JsonObject flags = new JsonObject();
        command.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .forEach(option -> add(flags, option));
        JsonObject named = new JsonObject();
        named.add(NAME, flags);
        return named.toString();
    }

    /// `15s`, as the flag was written.
    private static String asGoWritesIt(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private static void add(JsonObject flags, OptionSpec option) {
        String name = option.longestName().substring(2);
        switch (option.<Object>getValue()) {
            case null -> {}
            case Boolean on -> flags.addProperty(name, on);
            case Number number -> flags.addProperty(name, number);
            case Duration time -> flags.addProperty(name, asGoWritesIt(time));
            case Collection<?> texts -> {
                JsonArray array = new JsonArray();
                texts.forEach(text -> array.add(String.valueOf(text)));
                flags.add(name, array);
            }
            case Object other -> flags.addProperty(name, other.toString());
        }
    }
}
