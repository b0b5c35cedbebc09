package io.porterlb.manager.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mapping in the file. What is not of the form that is asked for is a fault, and then as good as absent.
///
/// @param path where it stands, such as `rules[0]`; empty for the whole file
record Section(String path, Map<?, ?> fields, Faults faults) {
    /// Any other field is a fault.
    void allowOnly(String... known) {
        fields.keySet().stream()
                .filter(field -> !Arrays.asList(known).contains(field))
                .forEach(field -> fault(field + "", "there is no such field; there are " + String.join(", ", known)));
    }

    void fault(String field, String sentence) {
        faults.add(at(field), sentence);
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /// The names of the fields, where any may stand here.
    List<String> names() {
        return fields.keySet().stream()
                .flatMap(name -> text(at(name + ""), name).stream())
                .toList();
    }

    /// May be empty text.
    Optional<String> text(String field) {
        return has(field) ? text(at(field), fields.get(field)) : Optional.empty();
    }

    private Optional<String> text(String where, @Nullable Object value) {
        if (value instanceof String text) {
            return Optional.of(text);
        }
        faults.add(where, "write a text here; a number, yes, no, true or false only in quotes");
        return Optional.empty();
    }

    Optional<Boolean> yesOrNo(String field) {
        if (has(field) && !(fields.get(field) instanceof Boolean)) {
            fault(field, "write true or false");
        }
        return fields.get(field) instanceof Boolean value ? Optional.of(value) : Optional.empty();
    }

    Optional<Section> section(String field) {
        return has(field) ? section(at(field), fields.get(field)) : Optional.empty();
    }

    private Optional<Section> section(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> nested) {
            return Optional.of(new Section(where, nested, faults));
        }
        faults.add(where, "write fields here, as in \"name: node1\"");
        return Optional.empty();
    }

    List<Section> sections(String field) {
        return list(field, item -> section(item.path, item.value));
    }

    List<String> texts(String field) {
        return list(field, item -> text(item.path, item.value));
    }

    private <T> List<T> list(String field, Function<Item, Optional<T>> read) {
        List<T> all = new ArrayList<>();
        if (fields.get(field) instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                read.apply(new Item(at(field) + "[" + i + "]", items.get(i))).ifPresent(all::add);
            }
        } else if (has(field)) {
            fault(field, "write a list, each item after a dash");
        }
        return all;
    }

    private record Item(String path, @Nullable Object value) {}
}
