{{/* What would be refused later, or would not do what it says: refused here, with a sentence */}}
{{- define "porterlb.checks" -}}
{{- include "porterlb.checkOnlyOne" . }}
{{- include "porterlb.checkPodSecurity" . }}
{{- include "porterlb.checkCrds" . }}
{{- include "porterlb.checkValues" . }}
{{- end }}

{{/* The names of the objects are fixed, and two managers would give the same addresses */}}
{{- define "porterlb.checkOnlyOne" -}}
{{- with lookup "rbac.authorization.k8s.io/v1" "ClusterRole" "" "porterlb:manager" }}
  {{- $annotations := .metadata.annotations | default dict }}
  {{- $release := index $annotations "meta.helm.sh/release-name" }}
  {{- $namespace := index $annotations "meta.helm.sh/release-namespace" }}
  {{- if not $release }}
    {{- fail "\n\nPorterLB is installed in this cluster already, applied with kubectl. There can be one only: take it away first, with \"porterctl uninstall --keep-crds\", which keeps your Eips, BgpConfs and BgpPeers." }}
  {{- else if or (ne $release $.Release.Name) (ne $namespace $.Release.Namespace) }}
    {{- fail (printf "\n\nPorterLB is installed in this cluster already, as release %s in namespace %s. There can be one only: upgrade it with \"helm upgrade %s CHART --namespace %s\", or uninstall it first." $release $namespace $release $namespace) }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Where the namespace says nothing, the cluster's default holds, which nobody can look up */}}
{{- define "porterlb.checkPodSecurity" -}}
{{- with lookup "v1" "Namespace" "" .Release.Namespace }}
  {{- $enforce := index (.metadata.labels | default dict) "pod-security.kubernetes.io/enforce" }}
  {{- if and $enforce (ne $enforce "privileged") }}
    {{- fail (printf "\n\nNamespace %s enforces the Pod security level %s, which forbids Pods of the host's network, as PorterLB's are. Allow them with\n  kubectl label namespace %s pod-security.kubernetes.io/enforce=privileged --overwrite\nor install PorterLB in a namespace of its own." $.Release.Namespace $enforce $.Release.Namespace) }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Helm deletes what a release no longer has, and with the CRDs every object of theirs */}}
{{- define "porterlb.checkCrds" -}}
{{- include "porterlb.checkForeignCrds" . }}
{{- if not .Values.crds.install }}
{{- with lookup "apiextensions.k8s.io/v1" "CustomResourceDefinition" "" "eips.network.kubesphere.io" }}
  {{- $annotations := .metadata.annotations | default dict }}
  {{- if and (include "porterlb.isOurs" (list $ .)) (ne (index $annotations "helm.sh/resource-policy" | default "") "keep") }}
    {{- fail "\n\ncrds.install=false would have Helm delete the CustomResourceDefinitions, and with them all Eips, BgpConfs and BgpPeers. Upgrade with crds.keep=true first, and then with crds.install=false." }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* CRDs that were there before, OpenELB's or those of "kubectl apply": their objects would go with a release that failed */}}
{{- define "porterlb.checkForeignCrds" -}}
{{- if and .Values.crds.install (not .Values.crds.keep) }}
{{- range $path, $_ := .Files.Glob "files/crds/*.yaml" }}
{{- $name := ($.Files.Get $path | fromYaml).metadata.name }}
{{- with lookup "apiextensions.k8s.io/v1" "CustomResourceDefinition" "" $name }}
  {{- if not (include "porterlb.isOurs" (list $ .)) }}
    {{- fail (printf "\n\nCustomResourceDefinition %s is there already and is not of this release. Taken over, it and every object of its kind would be deleted with the release, also by --atomic after a failed start. Add --set crds.keep=true --take-ownership to take it over and keep it in any case, or --set crds.install=false to leave it alone and apply manifests/crds yourself." $name) }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Whether Helm notes on an object that it is this release's: include "porterlb.isOurs" (list $ $object) */}}
{{- define "porterlb.isOurs" -}}
{{- $release := (index . 0).Release }}
{{- $annotations := (index . 1).metadata.annotations | default dict }}
{{- if and (eq (index $annotations "meta.helm.sh/release-name" | default "") $release.Name) (eq (index $annotations "meta.helm.sh/release-namespace" | default "") $release.Namespace) }}true{{ end }}
{{- end }}

{{- define "porterlb.checkValues" -}}
{{- if and (not .Values.apiServer.host) (ne (int .Values.apiServer.port) 6443) }}
  {{- fail "\n\napiServer.port is set and apiServer.host is not: the port counts only together with a host. Set apiServer.host too." }}
{{- end }}
{{- if and (eq .Values.agent.updateStrategy.type "OnDelete") .Values.agent.updateStrategy.rollingUpdate }}
  {{- fail "\n\nagent.updateStrategy.rollingUpdate has no meaning with type OnDelete: set agent.updateStrategy.rollingUpdate to null." }}
{{- end }}
{{- if eq (int .Values.manager.healthPort) (int .Values.agent.healthPort) }}
  {{- fail (printf "\n\nmanager.healthPort and agent.healthPort are both %d, and both programs run in the host's network: give them different ports." (int .Values.agent.healthPort)) }}
{{- end }}
{{- range $of := list "manager" "agent" }}
  {{- if eq (int $.Values.manager.securePort) (int (index $.Values $of).healthPort) }}
    {{- fail (printf "\n\nmanager.securePort and %s.healthPort are both %d, and both are ports of the host: give them different ones." $of (int $.Values.manager.securePort)) }}
  {{- end }}
{{- end }}
{{- if and (has "*" .Values.authSecretNames) (gt (len .Values.authSecretNames) 1) }}
  {{- fail "\n\nauthSecretNames has \"*\", which is every Secret of the namespace, beside names: write either." }}
{{- end }}
{{- if gt (int .Values.manager.replicas) 1 }}
  {{- range .Values.manager.args }}
    {{- if regexMatch "^--leader-elect=(0|f|F|FALSE|false|False)$" . }}
      {{- fail (printf "\n\nmanager.args has %s, and manager.replicas is %d: without an election all replicas would write at once. Set manager.replicas to 1, or remove the argument." . (int $.Values.manager.replicas)) }}
    {{- end }}
  {{- end }}
{{- end }}
{{- range $of := list "manager" "agent" }}
  {{- include "porterlb.checkPods" (dict "of" $of "values" (index $.Values $of) "root" $) }}
{{- end }}
{{- include "porterlb.checkArguments" (dict "of" "manager" "arguments" .Values.manager.args "values" (dict "--health-address" "manager.healthPort" "--secure-port" "manager.securePort" "--bind-address" "manager.secureAddress" "--leader-elect-resource-namespace" "(nothing: it is the release's)" "--leader-elect-resource-name" "(nothing: its rights are for one name)" "--load-balancer-class" "manager.loadBalancerClass" "--require-annotation" "manager.requireAnnotation" "--cloud-config" "cloudConfig" "--namespace" "(nothing: it is the release's)" "--layer2-port" "layer2.port" "--layer2-witness" "layer2.witness")) }}
{{- include "porterlb.checkArguments" (dict "of" "agent" "arguments" .Values.agent.args "values" (dict "--layer2-port" "layer2.port" "--health-address" "agent.healthPort" "--node-name" "(nothing: each Pod knows its node)" "--namespace" "(nothing: it is the release's)")) }}
{{- end }}

{{/* Arguments that the chart itself gives */}}
{{- define "porterlb.checkArguments" -}}
{{- range .arguments }}
  {{- $name := index (splitList "=" .) 0 }}
  {{- if hasKey $.values $name }}
    {{- fail (printf "\n\n%s.args has %s, which the chart sets itself. Use in its place: %s" $.of $name (index $.values $name)) }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Labels and variables that the chart itself gives: a second one would win or lose without a word */}}
{{- define "porterlb.checkPods" -}}
{{- range $label := include "porterlb.podLabels" (list .root .of) | fromYaml | keys | sortAlpha }}
  {{- if hasKey ($.values.podLabels | default dict) $label }}
    {{- fail (printf "\n\n%s.podLabels has %s, which the chart sets itself: remove it." $.of $label) }}
  {{- end }}
{{- end }}
{{- $ours := dict "NODE_NAME" "nothing, each Pod knows its node" "POD_NAMESPACE" "nothing, it is the release's" "POD_NAME" "nothing, each Pod knows its name" "KUBERNETES_SERVICE_HOST" "apiServer.host" "KUBERNETES_SERVICE_PORT" "apiServer.port" }}
{{- range .values.env }}
  {{- if hasKey $ours .name }}
    {{- fail (printf "\n\n%s.env has %s, which the chart sets itself. Use in its place: %s" $.of .name (index $ours .name)) }}
  {{- end }}
{{- end }}
{{- end }}
