import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** A service of the Compose file, with the parts that the tests check. */
interface ComposeService {
  command?: string[];
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  stop_grace_period: string;
  ports?: string[];
  volumes?: string[];
  configs?: { source: string; target: string }[];
}

interface Compose {
  services: { sandbox: ComposeService; postgres: ComposeService };
  configs: Record<string, { content: string }>;
}

/** An HTTP probe of Kubernetes. */
export interface Probe {
  httpGet: { path: string; port: string };
  periodSeconds: number;
  failureThreshold: number;
  timeoutSeconds?: number;
}

interface Labels {
  [name: string]: string;
}

interface Container {
  image: string;
  args: string[];
  env: {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef: { name: string; key: string } };
  }[];
  ports: { name: string; containerPort: number }[];
  startupProbe: Probe;
  livenessProbe: Probe;
  readinessProbe: Probe;
  resources: { limits: { memory: string }; requests: Record<string, string> };
  securityContext: object;
}

/** The objects of the Kubernetes file by kind, with the parts that the tests check. */
interface Manifests {
  Secret: { metadata: { name: string }; stringData: Record<string, string> };
  Deployment: {
    spec: {
      replicas: number;
      selector: { matchLabels: Labels };
      strategy: { rollingUpdate: { maxSurge: number; maxUnavailable: number } };
      template: {
        metadata: { labels: Labels };
        spec: {
          terminationGracePeriodSeconds: number;
          securityContext: object;
          containers: [Container];
        };
      };
    };
  };
  Service: { spec: { selector: Labels; ports: [{ targetPort: string }] } };
  PodDisruptionBudget: { spec: { minAvailable: number; selector: { matchLabels: Labels } } };
}

/** The object that makes Prometheus collect the metrics, with the parts that the tests check. */
interface PodMonitor {
  spec: {
    selector: { matchLabels: Labels };
    podMetricsEndpoints: [
      {
        port: string;
        path: string;
        authorization: { credentials: { name: string; key: string } };
      },
    ];
  };
}

/** Reads the file for the Prometheus Operator. */
export const podMonitor: PodMonitor = parse(read('deploy/pod-monitor.yaml'));

/** Reads the Compose file. */
export const compose: Compose = parse(read('deploy/compose.yaml'));

/** Reads the objects of the Kubernetes file, by kind. */
export const manifests: Manifests = Object.fromEntries(
  parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const object = document.toJS();
    return [object.kind, object];
  }),
) as Manifests & Record<string, object>;

const dockerfile = read('Dockerfile');

/** Reads the flags that the image itself starts the sandbox with. */
export const imageFlags: string[] = JSON.parse(
  /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]',
).slice(2);

/** Reads the program of the image's health check, as an argument of Node. */
export const imageHealthCheck: string[] = JSON.parse(
  /^HEALTHCHECK [^[]*(\[.*\])$/m.exec(dockerfile.replaceAll(/\\\n\s*/g, ''))?.[1] ?? '[]',
);
