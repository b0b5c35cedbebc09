/// The command line program porterctl, one package a verb. Start at [io.porterlb.porterctl.Porterctl].
@org.jspecify.annotations.NullMarked
module io.porterlb.porterctl {
    requires com.google.gson;
    requires io.porterlb.program;
    requires info.picocli;
    requires io.porterlb.bfd;
    requires io.porterlb.bgp;
    requires io.porterlb.kube;
    requires static org.jspecify;

    opens io.porterlb.porterctl to
            info.picocli;
    opens io.porterlb.porterctl.agents to
            info.picocli;
    opens io.porterlb.porterctl.announcements to
            com.google.gson,
            info.picocli;
    opens io.porterlb.porterctl.diagnose to
            info.picocli;
    opens io.porterlb.porterctl.drain to
            info.picocli;
    opens io.porterlb.porterctl.keys to
            info.picocli;
    opens io.porterlb.porterctl.options to
            info.picocli;
    opens io.porterlb.porterctl.speak to
            info.picocli;
    opens io.porterlb.porterctl.uninstall to
            info.picocli;
}
