package io.porterlb.test.architecture.planted.layer2;

import java.lang.foreign.Linker;

public record Layer2ThatCallsTheCLibrary(Linker linker) {}
