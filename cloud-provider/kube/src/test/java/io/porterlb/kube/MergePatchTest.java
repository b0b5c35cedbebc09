package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.porterlb.kube.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1,'b':{'c':2}} | {'b':{'c':2},'a':1} | {}",
                "{'a':1} | {'a':1.0} | {}",
                "{'a':1} | {} | {'a':null}",
                "{} | {'a':[1]} | {'a':[1]}",
                "{'a':[1,2]} | {'a':[2]} | {'a':[2]}",
                "{'a':{'x':1,'y':2}} | {'a':{'y':3}} | {'a':{'x':null,'y':3}}",
                "{'a':{'x':1}} | {'a':5} | {'a':5}"
            })
    void holdsTheDifferenceAndNothingElse(String before, String after, String patch) {
        assertEquals(json(patch), MergePatch.between(json(before), json(after)));
    }

    private static JsonObject json(String text) {
        return Json.read(text.replace('\'', '"'), JsonObject.class);
    }
}
