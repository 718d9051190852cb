{{/* What the pods of all components have in common: (dict "root" $ "component" "api-service" "own" .Values.apiService) */}}
{{- define "webinar-archiver.pod" -}}
serviceAccountName: {{ include "webinar-archiver.component" . }}
automountServiceAccountToken: false
# A service named rabbitmq would otherwise set RABBITMQ_PORT to an address, and so on.
enableServiceLinks: false
terminationGracePeriodSeconds: {{ .own.terminationGracePeriodSeconds | int }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .own.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
topologySpreadConstraints:
  {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "webinar-archiver.componentSelector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- with .own.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .own.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .own.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  - name: {{ .component }}
    image: {{ include "webinar-archiver.image" . }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      runAsNonRoot: true
      capabilities:
        drop: [ALL]
    env:
      {{- include "webinar-archiver.settings.all" . | nindent 6 }}
      {{- include (printf "webinar-archiver.settings.%s" .component) . | nindent 6 }}
      {{- with include "webinar-archiver.settings.further" . }}
      {{- . | trim | nindent 6 }}
      {{- end }}
    ports:
      - name: http
        containerPort: 8080
    startupProbe:
      httpGet:
        path: /q/health/started
        port: http
      periodSeconds: 5
      timeoutSeconds: 5
      failureThreshold: {{ div (int .own.startupSeconds) 5 }}
    livenessProbe:
      httpGet:
        path: /q/health/live
        port: http
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      httpGet:
        path: /q/health/ready
        port: http
      periodSeconds: 5
      timeoutSeconds: 5
      failureThreshold: 3
    {{- if eq .component "api-service" }}
    lifecycle:
      preStop:
        # Until whoever balances the load has heard that this pod ends.
        sleep:
          seconds: 5
    {{- end }}
    resources:
      {{- include "webinar-archiver.resources" . | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- if .own.scratch }}
      - name: scratch
        mountPath: /scratch
      {{- end }}
      {{- if .root.Values.trust.existingSecret.name }}
      - name: trust
        mountPath: /trust
        readOnly: true
      {{- end }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 512Mi
  {{- with .own.scratch }}
  - name: scratch
    {{- if .storageClassName }}
    ephemeral:
      volumeClaimTemplate:
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: {{ .storageClassName }}
          resources:
            requests:
              storage: {{ int .gibibytes }}Gi
    {{- else }}
    emptyDir:
      sizeLimit: {{ int .gibibytes }}Gi
    {{- end }}
  {{- end }}
  {{- with .root.Values.trust.existingSecret }}
  {{- if .name }}
  - name: trust
    secret:
      secretName: {{ .name }}
      items:
        - key: {{ .key }}
          path: {{ .key }}
  {{- end }}
  {{- end }}
{{- end -}}

{{/* Disk of the node counts like memory: what a pod may write is asked for, so that nodes have it, and kept to. */}}
{{- define "webinar-archiver.resources" -}}
{{- $gibibytes := 1 -}}
{{- with .own.scratch -}}
{{- if not .storageClassName -}}
{{- $gibibytes = add $gibibytes (int .gibibytes) -}}
{{- end -}}
{{- end -}}
{{- $disk := dict "ephemeral-storage" (printf "%dGi" $gibibytes) -}}
{{- $whole := dict "requests" (deepCopy $disk) "limits" (deepCopy $disk) -}}
{{- mustMergeOverwrite $whole (deepCopy .own.resources) | toYaml -}}
{{- end -}}
