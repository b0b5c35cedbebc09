package io.porterlb.test.cluster.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void helpNamesEveryCommand() {
        assertEquals(0, execute("--help"));
        for (String command : new String[] {"up", "down", "kubeconfig", "cni", "load", "exec", "link", "routers"}) {
            assertTrue(out.toString().contains("\n  " + command + " "), command);
        }
    }

    @Test
    void unknownFabricIsRefusedWithThoseThatThereAre() {
        assertEquals(2, execute("up", "--fabric", "ring"));
        assertTrue(err.toString().contains("[single, segment, leaf-spine]"), err.toString());
    }

    @Test
    void clusterThatDoesNotRunIsNamedWithWhatToDo() {
        assertEquals(1, execute("kubeconfig", "--name", "none-such"));
        assertEquals(
                "hack/cluster: no cluster \"none-such\" is running: start it with"
                        + " \"hack/cluster up --name none-such\"\n",
                err.toString());
    }

    @Test
    void nameThatWouldLeadOutOfTheRunFolderIsRefused() {
        assertEquals(1, execute("down", "--name", "../x"));
        assertTrue(err.toString().contains("can't name a cluster"), err.toString());
    }
}
