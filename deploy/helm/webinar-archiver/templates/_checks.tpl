{{/* What values must be to each other, which the schema can not tell. */}}
{{- define "webinar-archiver.checks" -}}
{{- with .Values.compileWorker -}}
{{- $mebibytes := add (int .scratch.keepMebibytes) (mul 3 1024 (int .atOnce) (int .scratch.largestFileGibibytes)) -}}
{{- if lt (mul 1024 (int .scratch.gibibytes)) $mebibytes -}}
{{- fail (printf "compileWorker.scratch.gibibytes is %d, but a worker may use %d MiB: keepMebibytes, and three times largestFileGibibytes for each of atOnce" (int .scratch.gibibytes) (int $mebibytes)) -}}
{{- end -}}
{{- end -}}
{{- with .Values.downloadWorker -}}
{{- $mebibytes := mul 16 (int .batches) (int .connectionsMost) -}}
{{- if lt (mul 1024 (int .scratch.gibibytes)) $mebibytes -}}
{{- fail (printf "downloadWorker.scratch.gibibytes is %d, but a worker may use %d MiB: 16 for each of connectionsMost of each of batches" (int .scratch.gibibytes) (int $mebibytes)) -}}
{{- end -}}
{{- end -}}
{{- with .Values.apiService -}}
{{- if lt (int .terminationGracePeriodSeconds) (add 10 (int .drainSeconds) | int) -}}
{{- fail (printf "apiService.terminationGracePeriodSeconds is %d, which is less than drainSeconds and 10 more" (int .terminationGracePeriodSeconds)) -}}
{{- end -}}
{{- end -}}
{{- range $name, $own := dict "downloadWorker" .Values.downloadWorker "compileWorker" .Values.compileWorker -}}
{{- if gt (int $own.autoscaling.minReplicas) (int $own.autoscaling.maxReplicas) -}}
{{- fail (printf "%s.autoscaling.minReplicas is more than maxReplicas" $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
