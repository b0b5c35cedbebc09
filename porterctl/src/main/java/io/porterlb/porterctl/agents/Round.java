package io.porterlb.porterctl.agents;

import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// What agents answered to one question.
///
/// @param said in no order
/// @param silent why the others gave no answer, by node
public record Round<T>(List<T> said, SortedMap<String, String> silent) {
    /// Each is a connection through the API server, and a process at the far end.
    private static final int AT_ONCE = 32;

    public Round {
        said = List.copyOf(said);
    }

    /// Asks all, many at once.
    ///
    /// @param question blocks until the agent has answered, or its time is over
    public static <T> Round<T> ask(List<AgentPod> pods, Function<AgentPod, Answer<T>> question)
            throws InterruptedException {
        List<T> said = new ArrayList<>();
        SortedMap<String, String> silent = new TreeMap<>();
        List<Answer<T>> answers = answers(pods, question);
        for (int i = 0; i < pods.size(); i++) {
            switch (answers.get(i)) {
                case Answer.Said<T>(T document) -> said.add(document);
                case Answer.Silent<T>(String why) -> silent.put(pods.get(i).node(), why);
            }
        }
        return new Round<>(said, silent);
    }

    /// In the order of the Pods.
    private static <T> List<Answer<T>> answers(List<AgentPod> pods, Function<AgentPod, Answer<T>> question)
            throws InterruptedException {
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(pods.stream()
                            .map(pod -> inTurn(turns, () -> question.apply(pod)))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static <T> Callable<T> inTurn(Semaphore turns, Supplier<T> work) {
        return () -> {
            turns.acquire();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        };
    }

    /// Says who gave no answer and why, a line each.
    public void printSilent(PrintWriter err) {
        silent.forEach((node, why) -> err.println("node " + node + ": its agent gave no answer: " + why));
    }
}
