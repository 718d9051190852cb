package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.deploy.chart.Chart;

/** Whoever sets something wrong is told so before anything is sent to the cluster, and told where. */
class WrongValuesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            apiservice: {replicas: 3}                                          | apiservice
            apiService: {replica: 3}                                           | replica
            apiService: {replicas: -1}                                         | apiService.replicas
            apiService: {replicas: three}                                      | apiService.replicas
            apiService: {resources: {limits: {memory: 512MB}}}                 | apiService.resources.limits.memory
            apiService: {resources: {limits: {memory: null}}}                  | memory
            apiService: {maxUnavailable: half}                                 | apiService.maxUnavailable
            apiService: {service: {type: Everywhere}}                          | apiService.service.type
            apiService: {drainSeconds: 60}                                     | terminationGracePeriodSeconds
            apiService: {settings: {ARCHIVER_SECRETS_KEY: AAAA}}               | ARCHIVER_SECRETS_KEY
            apiService: {settings: {QUARKUS_DATASOURCE_PASSWORD: AAAA}}        | QUARKUS_DATASOURCE_PASSWORD
            apiService: {secretSettings: {ARCHIVER_SECRETS_KEY: {secret: a, key: b}}} | ARCHIVER_SECRETS_KEY
            apiService: {settings: {JAVA_TOOL_OPTIONS: -Xmx1g}}                | JAVA_TOOL_OPTIONS
            downloadWorker: {settings: {ARCHIVER_WEB_PROXY: 'http://u:p@p'}}   | ARCHIVER_WEB_PROXY
            downloadWorker: {budget: plenty}                                   | downloadWorker.budget
            downloadWorker: {autoscaling: {minReplicas: 0}}                    | downloadWorker.autoscaling.minReplicas
            downloadWorker: {autoscaling: {minReplicas: 9}}                    | downloadWorker.autoscaling.minReplicas
            downloadWorker: {terminationGracePeriodSeconds: 30}                | downloadWorker.terminationGracePeriodSeconds
            downloadWorker: {scratch: {gibibytes: 0}}                          | downloadWorker.scratch.gibibytes
            downloadWorker: {connectionsMost: 100}                             | downloadWorker.scratch.gibibytes
            downloadWorker: {internet: {ports: []}}                            | downloadWorker.internet.ports
            compileWorker: {partsAtOnce: 0}                                    | compileWorker.partsAtOnce
            compileWorker: {scratch: {gibibytes: 18}}                          | compileWorker.scratch.gibibytes
            compileWorker: {atOnce: 2}                                         | compileWorker.scratch.gibibytes
            compileWorker: {scratch: {gibibytes: 20Gi}}                        | compileWorker.scratch.gibibytes
            compileWorker: {secretSettings: {ARCHIVER_SECRETS_KEY: {secret: a, key: b}}} | secretSettings
            compileWorker: {extraEgress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 443}]}]} | compileWorker.extraEgress
            compileWorker: {extraEgress: [{to: [{ipBlock: {cidr: 128.0.0.0/1}}], ports: [{port: 443}]}]} | compileWorker.extraEgress
            compileWorker: {extraEgress: [{to: [], ports: [{port: 443}]}]}     | compileWorker.extraEgress
            objectStore: {peers: [{ipBlock: {cidr: '::/0'}}]}                  | objectStore.peers
            database: {peers: []}                                              | database.peers
            database: {peers: [{}]}                                            | database.peers
            database: {host: 'https://db.example.com'}                         | database.host
            database: {port: 70000}                                            | database.port
            database: {tls: yes}                                               | database.tls
            database: {password: secret}                                       | password
            database: {existingSecret: {name: ''}}                             | database.existingSecret.name
            objectStore: {publicEndpoint: files.example.com}                   | objectStore.publicEndpoint
            image: {tag: latest}                                               | image.tag
            image: {tag: 'a tag'}                                              | image.tag
            image: {registry: 'https://registry.example.com'}                  | image.registry
            networkPolicy: {apiFrom: everybody}                                | networkPolicy.apiFrom
            ingress: {host: 'https://archive.example.com/'}                    | ingress.host
            keda: {pollingSeconds: 0}                                          | keda.pollingSeconds
            monitoring: {prometheusRule: {thresholds: {scratchShare: 90}}}     | scratchShare
            monitoring: {dashboards: {dataSources: {metrics: ''}}}             | metrics
            monitoring: {dashboards: {dataSources: {metrics: 'a"b'}}}          | metrics
            """)
    void areRefusedByName(String values, String named) throws IOException {
        var file = Files.writeString(folder.resolve("values.yaml"), values);
        assertThatThrownBy(() -> Chart.rendered(file)).message().contains(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            apiService: {replicas: 0}
            apiService: {drainSeconds: 50}
            apiService: {resources: {limits: {cpu: 2, memory: 1.5Gi}}}
            downloadWorker: {autoscaling: {minReplicas: 6}}
            downloadWorker: {connectionsMost: 64}
            downloadWorker: {terminationGracePeriodSeconds: 60}
            compileWorker: {scratch: {gibibytes: 19}}
            compileWorker: {maxUnavailable: 100%}
            compileWorker: {autoscaling: {minReplicas: 0}}
            objectStore: {peers: [{ipBlock: {cidr: 52.0.0.0/8}}]}
            monitoring: {prometheusRule: {thresholds: {scratchShare: 1}}}
            """)
    void whatIsJustRightIsTaken(String values) throws IOException {
        var file = Files.writeString(folder.resolve("values.yaml"), values);
        assertThat(Chart.rendered(file)).contains("kind: Deployment");
    }
}
