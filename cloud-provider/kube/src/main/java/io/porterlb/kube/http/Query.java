package io.porterlb.kube.http;

import java.util.ArrayList;
import java.util.List;

/// The query of a request, in order.
public record Query(List<Parameter> parameters) {
    public static final Query NONE = new Query(List.of());

    public Query {
        parameters = List.copyOf(parameters);
    }

    /// This query and one more parameter.
    public Query with(String name, String value) {
        List<Parameter> longer = new ArrayList<>(parameters);
        longer.add(new Parameter(name, value));
        return new Query(longer);
    }

    /// `name=value`, not yet escaped.
    public record Parameter(String name, String value) {}
}
