package io.porterlb.porterctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterctlTest {
    private static final String BASE = "speak --as 65000 --router-id 192.0.2.7 --peer 192.0.2.1:65001 ";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String line) {
        return Porterctl.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(line.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new));
    }

    @Test
    void helpNamesEveryVerb() {
        assertEquals(0, execute("--help"));
        Stream.of("announcements", "diagnose", "drain", "undrain", "uninstall", "speak")
                .forEach(verb -> assertTrue(out.toString().contains("\n  " + verb + " "), out.toString()));
    }

    @Test
    void helpOfSpeakNamesEveryOptionAndEvent() {
        assertEquals(0, execute("speak --help"));
        Stream.of("--peer", "--route", "--bfd", "PORTERCTL_PASSWORD", "announce ROUTE", "end-of-rib", "path-id=N")
                .forEach(word -> assertTrue(out.toString().contains(word), word));
    }

    @Test
    void noLineOfTheHelpIsBroken() {
        execute("speak --help");
        String footer = out.toString().substring(out.toString().indexOf("A ROUTE is"));
        assertTrue(footer.lines().allMatch(line -> line.isEmpty() || line.startsWith("  ") || line.matches("[A-Z].*")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --passive                                   | --passive needs --listen ADDR:PORT
            --ttl-security --multihop 3                 | --ttl-security and --multihop exclude each other
            --peer 192.0.2.1:65002                      | --peer 192.0.2.1 is there twice
            --peer 192.0.2.2                            | '192.0.2.2' is not a peer: write ADDRESS:AS
            --family ipv5                               | 'ipv5' is no family: write ipv4 or ipv6
            --hold 2                                    | holdTime is 0 or 3 to 65535 whole seconds
            --multihop 0                                | multihopTtl is 1 to 255, not 0
            --bfd --bfd-interval 10                     | 50 ms to 60 s
            --listen 127.0.0.1                          | '127.0.0.1' is not an address and a port
            --route 198.51.100.7/24                     | the prefix is 198.51.100.0/24
            --route 2001:db8::1                         | no peer is offered routes such as 2001:db8::1/128: add --family ipv6
            --route 192.0.2.9 --route 192.0.2.9,path-id=2 | path 1 of 192.0.2.9/32 has the same next hop
            --password-file /nowhere/porterctl          | can't read the password from /nowhere/porterctl
            --unknown                                   | Unknown option: '--unknown'
            """)
    void wrongArgumentsGetOneSentenceAndStatus2(String arguments, String sentence) {
        assertEquals(2, execute(BASE + arguments));
        assertTrue(err.toString().startsWith("porterctl speak: "), err.toString());
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aPasswordThatIsNoneIsNotPrinted() {
        assertEquals(2, execute(BASE + "--password " + "secret".repeat(20)));
        assertTrue(err.toString().contains("1 to 80 octets"), err.toString());
        assertTrue(!err.toString().contains("secretsecret"), err.toString());
    }

    @Test
    void helpOfUninstallNamesEveryOptionAndWhatHappensInWhichOrder() {
        assertEquals(0, execute("uninstall --help"));
        Stream.of(
                        "--kubeconfig",
                        "--namespace",
                        "--yes",
                        "--dry-run",
                        "--keep-crds",
                        "--from-helm",
                        "--timeout",
                        "  4. ")
                .forEach(word -> assertTrue(out.toString().contains(word), word));
    }

    @Test
    void helpOfDrainAndUndrainNameEveryOption() {
        assertEquals(0, execute("drain --help"));
        Stream.of("--kubeconfig", "--wait[=TIME]", "--dry-run", "NODE", "porterlb.io/drain=true")
                .forEach(word -> assertTrue(out.toString().contains(word), word));
        assertEquals(0, execute("undrain --help"));
        assertTrue(out.toString().contains("Takes the annotation porterlb.io/drain off the Node"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            drain                                      | 2 | Missing required parameter: 'NODE'
            drain n1 n2                                | 2 | Unmatched argument at index 2: 'n2'
            drain n1 --wait=soon                       | 2 | 'soon' is no time: write seconds or minutes as in 60s or 5m
            undrain n1 --wait                          | 2 | Unknown option: '--wait'
            drain n1 --kubeconfig /nowhere/config      | 1 | No way to the API server with kubeconfig /nowhere/config
            undrain n1 --kubeconfig /nowhere/config    | 1 | No way to the API server with kubeconfig /nowhere/config
            """)
    void drainSaysInASentenceWhyItDoesNotBegin(String line, int status, String sentence) {
        assertEquals(status, execute(line));
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void helpOfAnnouncementsAndDiagnoseNameEveryOptionAndWhatTheyNeed() {
        assertEquals(0, execute("announcements --help"));
        Stream.of(
                        "SERVICE|ADDRESS",
                        "--kubeconfig",
                        "--namespace",
                        "--timeout",
                        "--output",
                        "pods/portforward",
                        "nobody")
                .forEach(word -> assertTrue(out.toString().contains(word), word));
        out.getBuffer().setLength(0);
        assertEquals(0, execute("diagnose --help"));
        Stream.of("--kubeconfig", "--namespace", "--timeout", "--node", "pods/portforward")
                .forEach(word -> assertTrue(out.toString().contains(word), word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            announcements --kubeconfig /nowhere/config | No way to the API server with kubeconfig /nowhere/config
            diagnose --kubeconfig /nowhere/config      | No way to the API server with kubeconfig /nowhere/config
            announcements a b                          | Unmatched argument at index 2: 'b'
            announcements -o yaml                      | expected one of [table, json]
            diagnose --timeout 5                       | '5' is no time
            """)
    void whoCannotLookSaysWhyWithStatus2(String line, String sentence) {
        assertEquals(2, execute(line));
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --timeout 60                    | 2 | '60' is no time: write seconds or minutes as in 60s or 5m
            --timeout -1s                   | 2 | '-1s' is no time
            --force                         | 2 | Unknown option: '--force'
            --kubeconfig /nowhere/config    | 1 | No way to the API server with kubeconfig /nowhere/config
            """)
    void uninstallSaysInASentenceWhyItDoesNotBegin(String arguments, int status, String sentence) {
        assertEquals(status, execute("uninstall " + arguments));
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void anApiServerThatDoesNotAnswerIsNamed(@TempDir Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
                users: [{name: u, user: {token: t}}]
                """);
        assertEquals(1, execute("uninstall --yes --kubeconfig " + kubeconfig));
        assertTrue(
                err.toString().startsWith("porterctl: Can't list deployments.apps: the API server gave no answer: "));
        assertEquals(1, err.toString().lines().count(), err.toString());
    }
}
