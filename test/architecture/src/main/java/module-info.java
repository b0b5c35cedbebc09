/// Who may use whom, as far as the compiler cannot say it. The rules are tests; this module has no other code.
@org.jspecify.annotations.NullMarked
module io.porterlb.test.architecture {
    requires static org.jspecify;
}
