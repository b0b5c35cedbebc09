package io.porterlb.test.architecture.planted.porterctl.speak;

import io.porterlb.kube.KubeCluster;

public record SpeakThatKnowsKube(KubeCluster cluster) {}
