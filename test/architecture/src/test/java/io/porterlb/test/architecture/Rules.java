package io.porterlb.test.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.porterlb.test.architecture.planted.address.AddressThatKnowsDesired;
import io.porterlb.test.architecture.planted.agent.AgentThatUsesKubernetes;
import io.porterlb.test.architecture.planted.bfd.BfdThatKnowsBgp;
import io.porterlb.test.architecture.planted.bfd.BfdThatReadsTheEnvironment;
import io.porterlb.test.architecture.planted.bfd.session.MachineWithABuffer;
import io.porterlb.test.architecture.planted.bfd.session.MachineWithATimer;
import io.porterlb.test.architecture.planted.bfd.wire.MutablePacket;
import io.porterlb.test.architecture.planted.bfd.wire.WireThatKnowsTheSession;
import io.porterlb.test.architecture.planted.bgp.BgpThatKnowsBfd;
import io.porterlb.test.architecture.planted.bgp.BgpThatKnowsDesired;
import io.porterlb.test.architecture.planted.bgp.BgpThatReadsTheEnvironment;
import io.porterlb.test.architecture.planted.bgp.fsm.MachineWithAChannel;
import io.porterlb.test.architecture.planted.bgp.fsm.MachineWithAClock;
import io.porterlb.test.architecture.planted.bgp.wire.MutableMessage;
import io.porterlb.test.architecture.planted.bgp.wire.WireThatKnowsTheMachine;
import io.porterlb.test.architecture.planted.desired.PlannerThatReadsTheClock;
import io.porterlb.test.architecture.planted.desired.PlannerThatStartsAThread;
import io.porterlb.test.architecture.planted.desired.cycle.a.PartA;
import io.porterlb.test.architecture.planted.desired.cycle.b.PartB;
import io.porterlb.test.architecture.planted.images.ImagesThatKnowAddress;
import io.porterlb.test.architecture.planted.kube.KubeThatKnowsBgp;
import io.porterlb.test.architecture.planted.layer2.Layer2ThatCallsTheCLibrary;
import io.porterlb.test.architecture.planted.layer2.Layer2ThatKnowsBgp;
import io.porterlb.test.architecture.planted.layer2.answer.AnswersThatReadTheClock;
import io.porterlb.test.architecture.planted.layer2.link.ChooserThatReadsAFile;
import io.porterlb.test.architecture.planted.layer2.wire.MutableFrame;
import io.porterlb.test.architecture.planted.layer2.wire.WireThatKnowsTheAnswers;
import io.porterlb.test.architecture.planted.libc.LibcThatKnowsLayer2;
import io.porterlb.test.architecture.planted.manager.ManagerThatUsesNetty;
import io.porterlb.test.architecture.planted.ownership.OwnershipThatKnowsLayer2;
import io.porterlb.test.architecture.planted.ownership.council.ArbiterThatReadsTheClock;
import io.porterlb.test.architecture.planted.ownership.council.CouncilThatKnowsTheWire;
import io.porterlb.test.architecture.planted.ownership.message.MutableHeartbeat;
import io.porterlb.test.architecture.planted.porterctl.speak.SpeakThatKnowsKube;
import io.porterlb.test.architecture.planted.program.ProgramThatKnowsDesired;
import io.porterlb.test.architecture.planted.rules.RulesThatKnowBgp;
import io.porterlb.test.architecture.planted.rules.table.TableThatRunsAProgram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Who may use whom.
final class Rules {
    private static final String[] OURS_BUT_ADDRESS = {
        "io.porterlb.desired..",
        "io.porterlb.bgp..",
        "io.porterlb.bfd..",
        "io.porterlb.layer2..",
        "io.porterlb.rules..",
        "io.porterlb.libc..",
        "io.porterlb.ownership..",
        "io.porterlb.kube..",
        "io.porterlb.program..",
        "io.porterlb.manager..",
        "io.porterlb.agent..",
        "io.porterlb.porterctl.."
    };

    private static final String[] OURS = Stream.concat(
                    Stream.of("io.porterlb.address.."), Arrays.stream(OURS_BUT_ADDRESS))
            .toArray(String[]::new);

    private static final List<String> LIBRARIES = List.of("io.netty..", "io.kubernetes..", "com.google.gson..");

    private Rules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of(
                        "address knows nothing of ours",
                        noClasses()
                                .that()
                                .resideInAPackage(ofModule("address"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(OURS_BUT_ADDRESS),
                        AddressThatKnowsDesired.class),
                Rule.of(
                        "program knows nothing of what the programs do",
                        noClasses()
                                .that()
                                .resideInAPackage(ofModule("program"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.porterlb.desired..",
                                        "io.porterlb.bgp..",
                                        "io.porterlb.bfd..",
                                        "io.porterlb.layer2..",
                                        "io.porterlb.rules..",
                                        "io.porterlb.libc..",
                                        "io.porterlb.ownership..",
                                        "io.porterlb.kube..",
                                        "io.porterlb.manager..",
                                        "io.porterlb.agent..",
                                        "io.porterlb.porterctl.."),
                        ProgramThatKnowsDesired.class),
                Rule.of(
                        "images knows nothing of ours: it starts programs as processes",
                        noClasses()
                                .that()
                                .resideInAPackage(ofModule("images"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(OURS),
                        ImagesThatKnowAddress.class),
                Rule.of(
                        "desired and the pure parts of bgp, bfd, layer2, rules and ownership have no clock, thread, process, socket, file, random number or logger",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        ofModule("desired"),
                                        ofModule("bgp.wire"),
                                        ofModule("bgp.fsm"),
                                        ofModule("bfd.wire"),
                                        ofModule("bfd.session"),
                                        ofModule("layer2.wire"),
                                        ofModule("layer2.answer"),
                                        ofModule("layer2.link"),
                                        ofModule("layer2.rtnetlink"),
                                        ofModule("rules.command"),
                                        ofModule("rules.table"),
                                        ofModule("rules.forward"),
                                        ofModule("rules.check"),
                                        ofModule("ownership.message"),
                                        ofModule("ownership.placement"),
                                        ofModule("ownership.council"),
                                        ofModule("ownership.wire"))
                                .should()
                                .dependOnClassesThat(Purity.IMPURE)
                                .orShould()
                                .callMethodWhere(Purity.ASKS_THE_OUTSIDE),
                        PlannerThatReadsTheClock.class,
                        PlannerThatStartsAThread.class,
                        MachineWithAClock.class,
                        MachineWithATimer.class,
                        AnswersThatReadTheClock.class,
                        ChooserThatReadsAFile.class,
                        TableThatRunsAProgram.class,
                        ArbiterThatReadsTheClock.class),
                knowsOnly(
                        "bgp",
                        List.of("io.porterlb.address..", "io.porterlb.libc..", "io.netty.."),
                        BgpThatKnowsBfd.class,
                        BgpThatKnowsDesired.class),
                knowsOnly("bfd", List.of("io.porterlb.address..", "io.netty.."), BfdThatKnowsBgp.class),
                knowsOnly("layer2", List.of("io.porterlb.address..", "io.porterlb.libc.."), Layer2ThatKnowsBgp.class),
                knowsOnly("rules", List.of("io.porterlb.address.."), RulesThatKnowBgp.class),
                knowsOnly("ownership", List.of("io.porterlb.address.."), OwnershipThatKnowsLayer2.class),
                knowsOnly("libc", List.of("io.porterlb.address.."), LibcThatKnowsLayer2.class),
                Rule.of(
                        "the council knows no wire, and the placement no council",
                        noClasses()
                                .that()
                                .resideInAnyPackage(ofModule("ownership.council"), ofModule("ownership.placement"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(ofModule("ownership.wire"), ofModule("ownership.net")),
                        CouncilThatKnowsTheWire.class),
                Rule.of(
                        "only libc calls the C library",
                        noClasses()
                                .that(areOurs())
                                .and()
                                .resideOutsideOfPackages(ofModule("libc"), ofModule("test.cluster"))
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.lang.foreign.Linker"),
                        Layer2ThatCallsTheCLibrary.class),
                Rule.of(
                        "bgp, bfd, layer2, rules and ownership read no environment and no system properties",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        ofModule("bgp"),
                                        ofModule("bfd"),
                                        ofModule("layer2"),
                                        ofModule("rules"),
                                        ofModule("ownership"))
                                .should()
                                .callMethodWhere(Purity.READS_THE_ENVIRONMENT),
                        BfdThatReadsTheEnvironment.class,
                        BgpThatReadsTheEnvironment.class),
                Rule.of(
                        "the state machines have no Netty; the codecs use its buffers only",
                        noClasses()
                                .that()
                                .resideInAnyPackage(ofModule("bgp.fsm"), ofModule("bgp.wire"), ofModule("bfd.wire"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("io.netty.channel..", "io.netty.bootstrap..", "io.netty.handler.."),
                        MachineWithAChannel.class),
                Rule.of(
                        "the machine of bfd has no Netty at all",
                        noClasses()
                                .that()
                                .resideInAPackage(ofModule("bfd.session"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.netty.."),
                        MachineWithABuffer.class),
                Rule.of(
                        "the codecs know no sessions",
                        noClasses()
                                .that()
                                .resideInAnyPackage(ofModule("bgp.wire"), ofModule("bfd.wire"), ofModule("layer2.wire"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        ofModule("bgp.fsm"),
                                        ofModule("bgp.peer"),
                                        ofModule("bgp.net"),
                                        ofModule("bfd.session"),
                                        ofModule("bfd.speaker"),
                                        ofModule("bfd.net"),
                                        ofModule("layer2.answer"),
                                        ofModule("layer2.net"),
                                        ofModule("layer2.speaker")),
                        WireThatKnowsTheMachine.class,
                        WireThatKnowsTheSession.class,
                        WireThatKnowsTheAnswers.class),
                Rule.of(
                        "wire messages are values: instance fields are final",
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage(
                                        ofModule("bgp.wire"),
                                        ofModule("bfd.wire"),
                                        ofModule("layer2.wire"),
                                        ofModule("ownership.message"))
                                .should()
                                .beFinal(),
                        MutableMessage.class,
                        MutablePacket.class,
                        MutableFrame.class,
                        MutableHeartbeat.class),
                Rule.of(
                        "only kube knows the Kubernetes client",
                        noClasses()
                                .that(areOurs())
                                .and()
                                .resideOutsideOfPackage(ofModule("kube"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("io.kubernetes..", "okhttp3.."),
                        AgentThatUsesKubernetes.class),
                Rule.of(
                        "kube knows no announcing",
                        noClasses()
                                .that()
                                .resideInAPackage(ofModule("kube"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.porterlb.bgp..",
                                        "io.porterlb.bfd..",
                                        "io.porterlb.layer2..",
                                        "io.porterlb.rules..",
                                        "io.porterlb.ownership..",
                                        "io.porterlb.agent..",
                                        "io.porterlb.manager.."),
                        KubeThatKnowsBgp.class),
                Rule.of(
                        "porterctl speak works without Kubernetes: bgp, bfd and address only",
                        noClasses()
                                .that()
                                .resideInAPackage(ofModule("porterctl.speak"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.porterlb.kube..",
                                        "io.porterlb.desired..",
                                        "io.porterlb.manager..",
                                        "io.porterlb.agent..",
                                        "io.kubernetes.."),
                        SpeakThatKnowsKube.class),
                Rule.of(
                        "Netty is used by bgp and bfd alone, and by what fuzzes them",
                        noClasses()
                                .that(areOurs())
                                .and()
                                .resideOutsideOfPackages(ofModule("bgp"), ofModule("bfd"), ofModule("test.fuzz"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.netty.."),
                        ManagerThatUsesNetty.class),
                Rule.of(
                        "the packages inside a module form no cycle; the module's own package, its API, joins them",
                        slices().matching("io.porterlb.(*).(**)").should().beFreeOfCycles(),
                        PartA.class,
                        PartB.class));
    }

    /// A package of ours, or the one that is planted in its place.
    /// Of ours and of the libraries that some of ours use.
    private static Rule knowsOnly(String module, List<String> allowed, Class<?>... planted) {
        String[] forbidden = Stream.concat(Arrays.stream(OURS), LIBRARIES.stream())
                .filter(known -> !allowed.contains(known) && !known.equals("io.porterlb." + module + ".."))
                .toArray(String[]::new);
        return Rule.of(
                module + " knows only " + String.join(", ", allowed),
                noClasses()
                        .that()
                        .resideInAPackage(ofModule(module))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden),
                planted);
    }

    private static String ofModule(String name) {
        return "io.porterlb.[" + name + "|test.architecture.planted." + name + "]..";
    }

    private static DescribedPredicate<JavaClass> areOurs() {
        return DescribedPredicate.describe("are ours", c -> c.getPackageName().startsWith("io.porterlb"));
    }
}
