package io.porterlb.test.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    private static final JavaClasses PRODUCTION = Modules.production();

    static List<Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInEveryModule(Rule rule) {
        rule.rule().allowEmptyShould(true).check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByEachPlantedViolation(Rule rule) {
        assertFalse(rule.planted().isEmpty(), "nothing proves this rule");
        JavaClasses planted = new ClassFileImporter().importClasses(rule.planted());
        assertTrue(rule.rule().evaluate(planted).hasViolation(), "the planted violation passes");
    }

    @Test
    void runsInANamedModule() {
        assertTrue(RulesTest.class.getModule().isNamed());
    }
}
