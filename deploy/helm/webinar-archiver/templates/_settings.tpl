{{/* The settings of each component, as environment variables. What is secret is named, never written. */}}

{{- define "webinar-archiver.settings.all" -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
{{- with include "webinar-archiver.javaOptions" . }}
- name: JAVA_TOOL_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with .root.Values.database }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ include "webinar-archiver.jdbcUrl" . | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  {{- include "webinar-archiver.secret" (dict "secret" .existingSecret.name "key" .existingSecret.usernameKey) | nindent 2 }}
- name: QUARKUS_DATASOURCE_PASSWORD
  {{- include "webinar-archiver.secret" (dict "secret" .existingSecret.name "key" .existingSecret.passwordKey) | nindent 2 }}
{{- end }}
{{- with .root.Values.broker }}
- name: RABBITMQ_HOST
  value: {{ .host | quote }}
- name: RABBITMQ_PORT
  value: {{ .port | int | quote }}
- name: RABBITMQ_VIRTUAL_HOST
  value: {{ .virtualHost | quote }}
- name: RABBITMQ_SSL
  value: {{ .tls | quote }}
- name: RABBITMQ_USERNAME
  {{- include "webinar-archiver.secret" (dict "secret" .existingSecret.name "key" .existingSecret.usernameKey) | nindent 2 }}
- name: RABBITMQ_PASSWORD
  {{- include "webinar-archiver.secret" (dict "secret" .existingSecret.name "key" .existingSecret.passwordKey) | nindent 2 }}
{{- end }}
{{- with .root.Values.objectStore }}
- name: ARCHIVER_STORAGE_KIND
  value: s3
- name: ARCHIVER_STORAGE_ENDPOINT
  value: {{ printf "%s://%s:%d" (ternary "https" "http" .tls) .host (int .port) | quote }}
- name: ARCHIVER_STORAGE_REGION
  value: {{ .region | quote }}
- name: ARCHIVER_STORAGE_BUCKET
  value: {{ .bucket | quote }}
- name: ARCHIVER_STORAGE_ACCESS_KEY
  {{- include "webinar-archiver.secret" (dict "secret" .existingSecret.name "key" .existingSecret.accessKeyKey) | nindent 2 }}
- name: ARCHIVER_STORAGE_SECRET_KEY
  {{- include "webinar-archiver.secret" (dict "secret" .existingSecret.name "key" .existingSecret.secretKeyKey) | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "webinar-archiver.settings.api-service" -}}
{{- include "webinar-archiver.secretsKey" .root }}
{{- with .root.Values.objectStore.publicEndpoint }}
- name: ARCHIVER_STORAGE_PUBLIC_ENDPOINT
  value: {{ . | quote }}
{{- end }}
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: {{ printf "PT%dS" (int .own.drainSeconds) }}
{{- end -}}

{{- define "webinar-archiver.settings.download-worker" -}}
{{- include "webinar-archiver.secretsKey" .root }}
- name: ARCHIVER_SCRATCH
  value: /scratch
- name: ARCHIVER_DOWNLOAD_PLANS
  value: {{ .own.plans | int | quote }}
- name: ARCHIVER_DOWNLOAD_BATCHES
  value: {{ .own.batches | int | quote }}
- name: ARCHIVER_DOWNLOAD_BUDGET
  value: {{ .own.budget | quote }}
- name: ARCHIVER_DOWNLOAD_CONNECTIONS_MOST
  value: {{ .own.connectionsMost | int | quote }}
{{- end -}}

{{- define "webinar-archiver.settings.compile-worker" -}}
- name: ARCHIVER_SCRATCH
  value: /scratch
- name: ARCHIVER_COMPILE_AT_ONCE
  value: {{ .own.atOnce | int | quote }}
- name: ARCHIVER_COMPILE_PARTS_AT_ONCE
  value: {{ .own.partsAtOnce | int | quote }}
- name: ARCHIVER_COMPILE_KEEP
  value: {{ printf "%dM" (int .own.scratch.keepMebibytes) }}
{{- end -}}

{{- define "webinar-archiver.settings.further" -}}
{{- range $name, $value := merge (dict) .own.settings .root.Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $name, $source := .own.secretSettings }}
- name: {{ $name }}
  {{- include "webinar-archiver.secret" $source | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "webinar-archiver.secretsKey" -}}
- name: ARCHIVER_SECRETS_KEY
  {{- include "webinar-archiver.secret" (dict "secret" .Values.secretsKey.existingSecret.name "key" .Values.secretsKey.existingSecret.key) | nindent 2 }}
- name: ARCHIVER_SECRETS_OLD_KEYS
  {{- include "webinar-archiver.secret" (dict "secret" .Values.secretsKey.existingSecret.name "key" .Values.secretsKey.existingSecret.oldKeysKey) | nindent 2 }}
      optional: true
{{- end -}}

{{- define "webinar-archiver.secret" -}}
valueFrom:
  secretKeyRef:
    name: {{ .secret }}
    key: {{ .key }}
{{- end -}}

{{/* The driver looks into a file of its own for authorities, unless it is told to use Java's trust store. */}}
{{- define "webinar-archiver.jdbcUrl" -}}
{{- printf "jdbc:postgresql://%s:%d/%s?sslmode=%s" .host (int .port) .name .tls -}}
{{- if eq .tls "verify-full" }}&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory{{ end -}}
{{- end -}}

{{- define "webinar-archiver.javaOptions" -}}
{{- $trust := ternary (printf "-Djavax.net.ssl.trustStore=/trust/%s" .root.Values.trust.existingSecret.key) "" (ne .root.Values.trust.existingSecret.name "") -}}
{{- list .own.javaOptions $trust | compact | join " " -}}
{{- end -}}
