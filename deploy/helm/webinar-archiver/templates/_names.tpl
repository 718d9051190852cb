{{- define "webinar-archiver.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Leaves room for the longest name of a component within the 63 characters that Kubernetes allows. */}}
{{- define "webinar-archiver.fullname" -}}
{{- $name := include "webinar-archiver.name" . -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 44 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 44 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 44 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* By what pods of this release are chosen; never changes while it lives. */}}
{{- define "webinar-archiver.selector" -}}
app.kubernetes.io/name: {{ include "webinar-archiver.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "webinar-archiver.labels" -}}
{{ include "webinar-archiver.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: webinar-archiver
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* Of a component: (dict "root" $ "component" "api-service") */}}
{{- define "webinar-archiver.component" -}}
{{ include "webinar-archiver.fullname" .root }}-{{ .component }}
{{- end -}}

{{- define "webinar-archiver.componentSelector" -}}
{{ include "webinar-archiver.selector" .root }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "webinar-archiver.metadata" -}}
name: {{ include "webinar-archiver.component" . }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "webinar-archiver.labels" .root | nindent 2 }}
  app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "webinar-archiver.image" -}}
{{- with .root.Values.image -}}
{{- if .registry }}{{ .registry }}/{{ end }}{{ .repository }}/{{ $.component }}:{{ default $.root.Chart.AppVersion .tag }}
{{- end -}}
{{- end -}}
