package io.porterlb.test.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/// Figures for programs: an array of objects, all of one run.
public final class BenchFile {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private BenchFile() {}

    public static String of(List<Figure> figures) {
        JsonArray all = new JsonArray();
        figures.stream().map(BenchFile::json).forEach(all::add);
        return GSON.toJson(all) + "\n";
    }

    private static JsonObject json(Figure figure) {
        JsonObject json = new JsonObject();
        json.addProperty("bench", figure.bench());
        json.addProperty("figure", figure.name());
        json.addProperty("value", figure.value());
        json.addProperty("unit", figure.unit());
        json.add("goal", JsonNull.INSTANCE);
        figure.goal().most().ifPresent(most -> json.addProperty("goal", most));
        json.addProperty("ok", figure.ok());
        JsonObject compared = new JsonObject();
        figure.compared().forEach(compared::addProperty);
        json.add("compared", compared);
        return json;
    }
}
