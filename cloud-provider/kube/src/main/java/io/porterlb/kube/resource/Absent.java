package io.porterlb.kube.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Gson hands to a record for a field that was left out is null; here it becomes the empty value.
public final class Absent {
    private Absent() {}

    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }

    public static <V> Map<String, V> map(@Nullable Map<String, V> value) {
        return value == null ? Map.of() : value;
    }
}
