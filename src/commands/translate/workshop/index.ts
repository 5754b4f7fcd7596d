export { Catalogues, REFERENCE } from './catalogues';
export { faultsOf } from './faults';
export { generatedFrom, writeChanged } from './generated';
export { marksIn } from './marks';
export { fromPo, toPo } from './po';
export { formsOf, isBlank } from './text';
export { initiate, updateAll } from './update';
