package io.porterlb.porterctl.announcements;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.SortedMap;

/// All that was found out.
///
/// @param announcements by address, then by node
/// @param silent why agents gave no answer, by node
record Picture(List<Row> announcements, SortedMap<String, String> silent) {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    String toJson() {
        return GSON.toJson(this);
    }
}
