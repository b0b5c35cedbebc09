package io.porterlb.kube.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds fields that somebody has set and that mean nothing to this version, so that nobody believes they do.
///
/// @param known paths below `spec` that mean something; one that ends in `.*` stands for all below it
record UnsupportedFields(Set<String> known) {
    /// These and others.
    UnsupportedFields and(Set<String> further) {
        Set<String> both = new HashSet<>(known);
        both.addAll(further);
        return new UnsupportedFields(Set.copyOf(both));
    }

    /// Paths of all other fields that are set, from `spec` on. `false`, 0 and what is empty do not count: they ask for
    /// what happens without them.
    Set<String> in(JsonObject spec) {
        Set<String> found = new TreeSet<>();
        collect(spec, "", found);
        return found;
    }

    private void collect(JsonObject object, String prefix, Set<String> found) {
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            String path = prefix + field.getKey();
            if (known.contains(path) || known.contains(path + ".*") || !set(field.getValue())) {
                continue;
            }
            if (field.getValue() instanceof JsonObject nested) {
                collect(nested, path + ".", found);
            } else {
                found.add("spec." + path);
            }
        }
    }

    private static boolean set(JsonElement value) {
        return switch (value) {
            case JsonObject object -> !object.isEmpty();
            case JsonArray array -> !array.isEmpty();
            case JsonPrimitive primitive -> set(primitive);
            default -> false; // JSON null
        };
    }

    private static boolean set(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value.getAsBoolean();
        }
        return value.isString()
                ? !value.getAsString().isEmpty()
                : value.getAsBigDecimal().compareTo(BigDecimal.ZERO) != 0;
    }
}
