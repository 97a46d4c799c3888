import { isObject, type JsonObject, objectsOf, textOf } from '../json/json.ts';

const gray = '#808080';

/**
 * Converts the pipeline of a response to the form of the workspace file, without timestamps and versions. Some
 * workspaces return flat lists of `statuses` and `lostReasons`; their statuses are converted to a single stage.
 */
export function pipelineOf(response: JsonObject): JsonObject {
  const stages = objectsOf(response.leadStages);
  const active = response.activeLeadLostReasons ?? response.lostReasons;
  return {
    leadStages:
      stages.length > 0 || response.statuses === undefined
        ? stages.map(stageOf)
        : [
            {
              stageid: 'all',
              stageType: 'OPEN',
              visibility: true,
              activeStatuses: statusesOf(response.statuses),
              archivedStatuses: [],
            },
          ],
    activeLeadLostReasons: reasonsOf(active),
    archivedLeadLostReasons: reasonsOf(response.archivedLeadLostReasons),
  };
}

/** Whether a response has the flat lists, which do not include the stages. */
export function isFlat(response: JsonObject): boolean {
  return response.leadStages === undefined && response.statuses !== undefined;
}

function stageOf(stage: JsonObject, index: number): JsonObject {
  return {
    stageid: textOf(stage.stageid) ?? `stage_${index + 1}`,
    stageType: stage.stageType,
    visibility: stage.visibility !== false,
    activeStatuses: statusesOf(stage.activeStatuses),
    archivedStatuses: statusesOf(stage.archivedStatuses),
  };
}

function statusesOf(statuses: unknown): JsonObject[] {
  return labeled(statuses, 'label').map(([status, label, index]) => ({
    statusid: Number.isSafeInteger(status.statusid) ? status.statusid : index + 1,
    label,
    color: /^#[\da-f]{6}$/i.test(String(status.color)) ? status.color : gray,
  }));
}

function reasonsOf(reasons: unknown): JsonObject[] {
  return labeled(reasons, 'reasonLabel').map(([reason, reasonLabel, index]) => ({
    reasonid: Number.isSafeInteger(reason.reasonid) ? reason.reasonid : index + 1,
    reasonLabel,
    isDefault: reason.isDefault === true,
  }));
}

/** The entries that have a label. Flat lists contain objects or plain labels. */
function labeled(list: unknown, key: string): [entry: JsonObject, label: string, index: number][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index): [JsonObject, string, number][] => {
    const label = textOf(isObject(entry) ? (entry[key] ?? entry.label) : entry);
    return label === undefined ? [] : [[isObject(entry) ? entry : {}, label, index]];
  });
}
