package io.porterlb.kube.agents;

import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.Absent;
import java.util.List;

/// What of a node's settings keeps traffic away from the addresses that it serves.
///
/// @param node its name
/// @param findings in order; empty for a good node
public record NodeFindings(String node, List<Finding> findings) {
    /// Where an agent serves it.
    public static final String PATH = "/checkup";

    public NodeFindings {
        node = Absent.text(node);
        findings = List.copyOf(Absent.list(findings));
    }

    /// One of them.
    ///
    /// @param check what was looked at, such as `REVERSE_PATH`
    /// @param message what is wrong, what follows from it and what to do, as sentences
    public record Finding(String check, String message) {
        public Finding {
            check = Absent.text(check);
            message = Absent.text(message);
        }
    }

    public String toJson() {
        return Json.tree(this).toString();
    }

    /// What [#toJson] has written, of this version or another.
    ///
    /// @throws com.google.gson.JsonParseException if it is something else
    public static NodeFindings of(String json) {
        return Json.document(json, NodeFindings.class);
    }
}
