package io.porterlb.manager.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSyntaxTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c-1", "example.com/a", "a-b.c/D"})
    void keys(String key) {
        assertTrue(LabelSyntax.isKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a/b/c", "-a", "a.", "Example.com/a", "a..b/c", "-a.b/c", "a b", "ä"})
    void notKeys(String key) {
        assertFalse(LabelSyntax.isKey(key));
    }

    @Test
    void aNameHas63CharactersAtMostAndAPrefix253() {
        String long63 = "x".repeat(63);
        assertTrue(LabelSyntax.isValue(long63));
        assertFalse(LabelSyntax.isValue(long63 + "x"));
        assertTrue(LabelSyntax.isKey("a.".repeat(126) + "b/" + long63));
        assertFalse(LabelSyntax.isKey("a.".repeat(127) + "b/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes.io/a, true", "node.kubernetes.io/a, true", "k8s.io/a, true", "x.k8s.io/a, true",
        "mykubernetes.io/a, false", "kubernetes.io.example.com/a, false", "kubernetes.io, false",
                "example.com/k8s.io, false"
    })
    void keysUnderTheNamesOfKubernetesAreReserved(String key, boolean reserved) {
        assertEquals(reserved, LabelSyntax.isReserved(key));
    }
}
