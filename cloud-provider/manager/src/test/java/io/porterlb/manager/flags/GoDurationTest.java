package io.porterlb.manager.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class GoDurationTest {
    private final GoDuration converter = new GoDuration();

    @ParameterizedTest
    @CsvSource({"15s, 15000", "1h30m, 5400000", "1.5h, 5400000", "500ms, 500", "2m0.5s, 120500", "0, 0", ".5s, 500"})
    void goDurations(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), converter.convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "15 s", "-5s", "1d", "s", "1h30", "PT15S", "999999999h999999999h"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    }

    @Test
    void theRefusalSaysWhatToWrite() {
        Exception refused = assertThrows(TypeConversionException.class, () -> converter.convert("15"));
        assertTrue(refused.toString().contains("1h30m"), refused.toString());
    }
}
