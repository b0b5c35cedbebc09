package io.porterlb.test.e2e.pods;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final String SUMMARY = """
            {pods: [
              {podRef: {namespace: other, name: a}, containers: [
                {name: main, memory: {workingSetBytes: 1}, cpu: {usageCoreNanoSeconds: 1}}]},
              {podRef: {namespace: ours, name: b}, containers: [
                {name: main, memory: {workingSetBytes: 94371840}, cpu: {usageCoreNanoSeconds: 1990000000}}]}]}
            """;

    @Test
    void isThatOfTheContainersOfANamespace() {
        List<Usage> usage = Usage.of(JsonParser.parseString(SUMMARY).getAsJsonObject(), "ours");
        assertEquals(List.of(new Usage("b", "main", 94_371_840, Duration.ofMillis(1990))), usage);
        assertEquals("b 90 MiB, 1.9 s of CPU", usage.getFirst().toString());
    }
}
