{{/* Labels of every object: include "porterlb.labels" (list . "manager") */}}
{{- define "porterlb.labels" -}}
{{- $root := index . 0 -}}
{{ include "porterlb.podLabels" . }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "porterlb.podLabels" -}}
{{- $root := index . 0 -}}
{{ include "porterlb.selector" (index . 1) }}
app.kubernetes.io/instance: {{ $root.Release.Name | quote }}
app.kubernetes.io/version: {{ include "porterlb.version" $root | quote }}
{{- end }}

{{/* What selects Pods; a Deployment's and a DaemonSet's can never change */}}
{{- define "porterlb.selector" -}}
app.kubernetes.io/name: porterlb
app.kubernetes.io/component: {{ . }}
{{- end }}

{{- define "porterlb.tag" -}}
{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* As much of the tag as a label can hold: 63 characters, the last one a letter or a digit */}}
{{- define "porterlb.version" -}}
{{ include "porterlb.tag" . | trunc 63 | trimAll "-_." }}
{{- end }}

{{/* The file of --cloud-config; empty where it would say nothing */}}
{{- define "porterlb.cloudConfig" -}}
{{- $said := dict }}
{{- range $field, $value := .Values.cloudConfig }}
  {{- if $value }}{{ $_ := set $said $field $value }}{{ end }}
{{- end }}
{{- if $said }}{{ toYaml $said }}{{ end }}
{{- end }}

{{/* An image and how it is pulled: include "porterlb.image" (list . "porter-manager") */}}
{{- define "porterlb.image" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $digest := index $root.Values.image.digests $name | default "" -}}
{{- $image := printf "%s/%s:%s" $root.Values.image.registry $name (include "porterlb.tag" $root) -}}
image: {{ empty $digest | ternary $image (printf "%s@%s" $image $digest) | quote }}
imagePullPolicy: {{ $root.Values.image.pullPolicy }}
{{- end }}

{{- define "porterlb.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/* The host's network, since there may be no CNI yet; and so its DNS, since cluster DNS is not there either */}}
{{- define "porterlb.hostNetwork" -}}
hostNetwork: true
dnsPolicy: Default
enableServiceLinks: false
{{- end }}

{{/* Where the API server is, in the variables that Kubernetes itself sets in every container */}}
{{- define "porterlb.apiServer" -}}
{{- if .Values.apiServer.host }}
- name: KUBERNETES_SERVICE_HOST
  value: {{ .Values.apiServer.host | quote }}
- name: KUBERNETES_SERVICE_PORT
  value: {{ .Values.apiServer.port | quote }}
{{- end }}
{{- end }}

{{/*
Probes of the health page on this port. The start is looked for each second, so that a rollout is quick, for two minutes,
since a first start may be slow. A program is restarted only if it says nothing for a minute: a restart costs more than
it mends.
*/}}
{{- define "porterlb.probes" -}}
startupProbe:
  httpGet: {host: 127.0.0.1, port: {{ . }}, path: /livez}
  periodSeconds: 1
  timeoutSeconds: 5
  failureThreshold: 120
readinessProbe:
  httpGet: {host: 127.0.0.1, port: {{ . }}, path: /readyz}
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 3
livenessProbe:
  httpGet: {host: 127.0.0.1, port: {{ . }}, path: /livez}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end }}

{{- define "porterlb.noPrivileges" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "porterlb.nonRoot" -}}
{{ include "porterlb.noPrivileges" . }}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
capabilities: {drop: [ALL]}
{{- end }}

{{/* Which nodes, beside what the user selects: the images are for Linux. include "porterlb.nodeSelector" .Values.agent */}}
{{- define "porterlb.nodeSelector" -}}
nodeSelector:
  {{- merge (dict "kubernetes.io/os" "linux") (.nodeSelector | default dict) | toYaml | nindent 2 }}
{{- end }}

{{/* Labels of Pods: the user's beside ours */}}
{{- define "porterlb.labelsOfPods" -}}
{{- $root := index . 0 -}}
{{ include "porterlb.podLabels" . }}
{{- with (index $root.Values (index . 1)).podLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Whether the CRDs, and what is in them, outlive the release */}}
{{- define "porterlb.keepsCrds" -}}
{{- if or .Values.crds.keep (not .Values.crds.install) }}true{{ end }}
{{- end }}
